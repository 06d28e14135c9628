import type { ChartValue, Unit } from './chart.ts'

const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  trailingZeroDisplay: 'stripIfInteger',
})

/** A figure as people read it: `12,062`, `85.5%`, `£1,250`. Words pass as they are. */
export function figureText(value: ChartValue, unit: Unit = 'count'): string {
  if (typeof value === 'string') return value
  if (unit === 'pounds') return pounds.format(value)
  return unit === 'percent' ? `${plain.format(value)}%` : plain.format(value)
}
