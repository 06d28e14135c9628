import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ink, mapShade, quiet, seriesLook } from './palette.ts'

/** WCAG 2.2: relative luminance, and the contrast of two colours. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

test('what is written on a bar or a district can be read, and so can words on white', () => {
  const written: [string, string][] = [
    [ink, '#ffffff'],
    [quiet, '#ffffff'],
  ]
  for (let at = 0; at < 6; at += 1) written.push([seriesLook(at).label, seriesLook(at).colour])
  for (const value of [0, 25, 45, 65, 100, 'none'] as const) {
    const shade = mapShade(value, [0, 100])
    written.push([shade.ink, shade.fill])
  }
  for (const [words, on] of written)
    assert.ok(contrast(words, on) >= 4.5, `${words} on ${on}: ${contrast(words, on)}`)
})

test('no two series of a chart look alike without their colour', () => {
  const looks = Array.from({ length: 6 }, (_, at) => seriesLook(at))
  assert.equal(new Set(looks.map(({ pattern }) => JSON.stringify(pattern))).size, 6)
  assert.equal(new Set(looks.map(({ mark, stroke }) => `${mark} ${stroke}`)).size, 6)
  assert.deepEqual(seriesLook(6), seriesLook(0))
})

test('where all figures are the same, all districts have the same shade', () => {
  assert.deepEqual(mapShade(7, [7, 7]), mapShade(7, [7]))
})
