import { geoMercator, geoPath } from 'd3-geo'
import type { MapChart } from './chart.ts'
import { boundaries, type Boundary } from './boundaries.ts'
import type { ChartSize } from './chart-size.ts'
import { figureText } from './figure-text.ts'
import { widestPlace } from './label-place.ts'
import { mapShade } from './palette.ts'
import { escaped, round } from './plain-svg.ts'
import { textWidth } from './text-width.ts'

/** The districts of a map as plain shapes, darker where the figure is higher, with the figure written in each. */
export async function mapSvg(
  chart: MapChart,
  size: ChartSize,
): Promise<{ readonly svg: string; readonly height: number }> {
  const known = await boundaries()
  const districts = chart.districts.map((district) => {
    const boundary = known.get(district.code)
    if (!boundary) throw new RangeError(`no boundary for district ${district.code}`)
    return { ...district, boundary }
  })
  const { outline, height } = projected(
    districts.map(({ boundary }) => boundary),
    size,
  )
  const numbers = districts.flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
  const shapes = districts.map(({ name, value, boundary }) => {
    const shade = mapShade(value, numbers)
    const path = `<path d="${outline(boundary) ?? ''}" fill="${shade.fill}" stroke="#ffffff" stroke-width="1.5"/>`
    return {
      path,
      words: words(
        outline,
        boundary,
        { name, figure: figureText(value, chart.unit), ink: shade.ink },
        size,
      ),
    }
  })
  // Words after all shapes, so that no neighbour covers them.
  return {
    svg: [...shapes.map(({ path }) => path), ...shapes.map((shape) => shape.words)].join(''),
    height,
  }
}

type Outline = ReturnType<typeof geoPath>

function projected(
  features: Boundary[],
  { width }: ChartSize,
): { outline: Outline; height: number } {
  const projection = geoMercator().fitSize([width - 2, width - 2], {
    type: 'FeatureCollection',
    features,
  })
  const outline = geoPath(projection).digits(1)
  const [[left, top], [, bottom]] = outline.bounds({ type: 'FeatureCollection', features })
  const [x, y] = projection.translate()
  projection.translate([x - left + 1, y - top + 1])
  return { outline, height: bottom - top + 2 }
}

function words(
  outline: Outline,
  boundary: Boundary,
  district: { readonly name: string; readonly figure: string; readonly ink: string },
  { letters }: ChartSize,
): string {
  const { x, y, reach } = widestPlace(outline, boundary)
  const fits = (text: string, lines: number): boolean =>
    Math.hypot(textWidth(text, letters) / 2, (lines * letters) / 2) < reach * 1.15
  const line = (text: string, at: number, weight: string): string =>
    `<text x="${round(x)}" y="${round(at)}" font-size="${letters}"${weight} text-anchor="middle" fill="${district.ink}">${escaped(text)}</text>`
  const bold = ' font-weight="700"'
  // Words in place of a figure may be wider than their district; the table has them.
  const figure = /\d/.test(district.figure) || fits(district.figure, 1) ? district.figure : '–'
  if (!fits(district.name, 2)) return line(figure, y + letters * 0.35, bold)
  return line(district.name, y - letters * 0.2, '') + line(figure, y + letters, bold)
}
