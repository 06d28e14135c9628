/**
 * Scoring by the key of a measure (`data/instruments`): each scale is the sum of its items. No rule
 * of imputation could be verified for any of them, so a scale with an item missing has no score.
 * Alerts are a rule of this software on single answers, and no part of any measure.
 */
import type { Instrument, Urgency } from './instrument.ts'

/** The code of each answer by the id of its item; an item without an answer is not there. */
export type ItemAnswers = Readonly<Record<string, number>>

export type ScaleScore = {
  readonly scale: string
  readonly label: string
  /** Null where an item of the scale has no answer. */
  readonly score: number | null
  readonly max: number
  readonly band: string | null
  readonly concern: boolean
}

export type ItemAlert = { readonly item: string; readonly about: string; readonly urgency: Urgency }

export type Scored = {
  readonly scales: readonly ScaleScore[]
  readonly alerts: readonly ItemAlert[]
  /** The most urgent of the alerts. */
  readonly urgency: Urgency | null
  readonly missing: readonly string[]
}

/** What the answers come to. Two scales are never set off against each other. */
export function score(instrument: Instrument, answers: ItemAnswers): Scored {
  const alerts = alertsIn(instrument, answers)
  const urgencies = alerts.map(({ urgency }) => urgency)
  return {
    scales: instrument.scales.map((scale) => scoreOf(instrument, scale, answers)),
    alerts,
    urgency: urgencies.includes('now') ? 'now' : (urgencies[0] ?? null),
    missing: instrument.items.map(({ id }) => id).filter((id) => answers[id] === undefined),
  }
}

function scoreOf(
  { options }: Instrument,
  { id, label, items, bands }: Instrument['scales'][number],
  answers: ItemAnswers,
): ScaleScore {
  const given = items.flatMap((item) => answers[item] ?? [])
  const whole = given.length === items.length
  const sum = given.reduce((total, code) => total + code, 0)
  const band = whole ? bands.find(({ min, max }) => sum >= min && sum <= max) : undefined
  return {
    scale: id,
    label,
    score: whole ? sum : null,
    max: items.length * Math.max(...options.map(({ code }) => code)),
    band: band?.label ?? null,
    concern: band?.concern ?? false,
  }
}

function alertsIn(instrument: Instrument, answers: ItemAnswers): readonly ItemAlert[] {
  return instrument.alerts.flatMap(({ item, from, atMost, urgency }) => {
    const given = answers[item]
    if (given === undefined) return []
    const raised = given >= (from ?? Infinity) || given <= (atMost ?? -Infinity)
    const about = instrument.items.find(({ id }) => id === item)?.about ?? item
    return raised ? [{ item, about, urgency }] : []
  })
}
