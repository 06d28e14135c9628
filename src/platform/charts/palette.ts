/** The house's colours, as measured for contrast on white. */
export const ink = '#1b2a2f'
export const quiet = '#5a6b70'
export const hairline = '#c9d3d1'

/** A pattern over a colour, as ECharts calls it: what a decal is made of. */
type Pattern = {
  readonly symbol: string
  readonly color: string
  readonly dashArrayX: number[] | number[][]
  readonly dashArrayY: number[]
  readonly rotation?: number
  readonly symbolSize?: number
}

/** How one series looks: colour, pattern, mark and stroke all differ, so that none has to be told by colour. */
export type SeriesLook = {
  readonly colour: string
  /** What is written on the colour, 4.5 to 1 or more. */
  readonly label: string
  readonly pattern: Pattern | 'none'
  readonly mark: 'circle' | 'rect' | 'triangle' | 'diamond' | 'roundRect'
  readonly stroke: 'solid' | 'dashed' | 'dotted'
}

const stripes = (color: string, rotation: number): Pattern => ({
  symbol: 'rect',
  color,
  dashArrayX: [1, 0],
  dashArrayY: [2, 6],
  rotation,
})

const dots = (color: string): Pattern => ({
  symbol: 'circle',
  color,
  dashArrayX: [
    [8, 8],
    [0, 8, 8, 0],
  ],
  dashArrayY: [6, 0],
  symbolSize: 0.5,
})

const looks: readonly SeriesLook[] = [
  { colour: '#00605b', label: '#ffffff', pattern: 'none', mark: 'circle', stroke: 'solid' },
  {
    colour: '#f2b441',
    label: ink,
    pattern: stripes('#d99a24', Math.PI / 4),
    mark: 'rect',
    stroke: 'dashed',
  },
  {
    colour: '#4c2c92',
    label: '#ffffff',
    pattern: dots('#6d4fb0'),
    mark: 'triangle',
    stroke: 'dotted',
  },
  {
    colour: '#b9ddd7',
    label: ink,
    pattern: stripes('#8fc4bc', -Math.PI / 4),
    mark: 'diamond',
    stroke: 'solid',
  },
  {
    colour: '#b3391f',
    label: '#ffffff',
    pattern: stripes('#c9563d', 0),
    mark: 'roundRect',
    stroke: 'dashed',
  },
  { colour: quiet, label: '#ffffff', pattern: dots('#7b8b90'), mark: 'circle', stroke: 'dotted' },
]

/** The look of the nth series; begins again after six. */
export function seriesLook(at: number): SeriesLook {
  const look = looks[at % looks.length]
  if (!look) throw new RangeError(`no look for series ${at}`)
  return look
}

const shades = [
  { fill: '#e3f1ee', ink },
  { fill: '#b9ddd7', ink },
  { fill: '#7fbcb3', ink },
  { fill: '#2f827b', ink: '#ffffff' },
  { fill: '#00403d', ink: '#ffffff' },
] as const

/** The shade of a district among the others' figures, in five even steps; grey where there is no figure. */
export function mapShade(
  value: number | string,
  among: readonly number[],
): { readonly fill: string; readonly ink: string } {
  if (typeof value === 'string') return { fill: '#e6e6e3', ink }
  const lowest = Math.min(...among)
  const share = (value - lowest) / (Math.max(...among) - lowest || 1)
  return shades[Math.min(shades.length - 1, Math.floor(share * shades.length))] ?? shades[0]
}
