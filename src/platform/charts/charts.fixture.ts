import type { MapChart, SeriesChart } from './chart.ts'

export const carersByDistrict: SeriesChart = {
  kind: 'bars',
  title: 'Carers by district',
  by: 'District',
  categories: ['Bromsgrove', 'Malvern Hills', 'Redditch'],
  series: [{ name: 'Carers', values: [2510, 1203, 1890] }],
}

export const trainingByQuarter: SeriesChart = {
  kind: 'stacked',
  title: 'Training by course and quarter',
  by: 'Course',
  categories: ['First aid', 'Moving and handling'],
  series: [
    { name: 'April to June', values: [25, 12] },
    { name: 'July to September', values: [30, 'fewer than 5'] },
  ],
}

export const registerByMonth: SeriesChart = {
  kind: 'line',
  title: 'Carers on the register',
  by: 'Month',
  categories: ['April', 'May', 'June'],
  series: [
    { name: 'Worcestershire', values: [100, 120, 125] },
    { name: 'England', values: [90, 'not recorded', 91] },
  ],
}

export const satisfiedByYear: SeriesChart = {
  kind: 'columns',
  unit: 'percent',
  title: 'Satisfied with support',
  by: 'Year',
  categories: ['2016/17', '2017/18'],
  series: [{ name: 'Satisfied', values: [61.5, 72] }],
}

export const youngCarersByDistrict: MapChart = {
  kind: 'map',
  title: 'Young carers by district',
  measure: 'Young carers',
  districts: [
    { code: 'E07000234', name: 'Bromsgrove', value: 52 },
    { code: 'E07000237', name: 'Worcester', value: 88 },
    { code: 'E07000238', name: 'Wychavon', value: 'fewer than 5' },
  ],
}

export const everyChart = [
  carersByDistrict,
  trainingByQuarter,
  registerByMonth,
  satisfiedByYear,
  youngCarersByDistrict,
]
