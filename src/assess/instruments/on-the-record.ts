import { holds } from '#platform/access/actor.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html } from '#platform/lib/html.ts'
import type { RecordPanel, TimelineSource } from '#platform/room.ts'
import { findInstrument } from './instrument.ts'
import { listReadings, type Reading } from './instruments.sql.ts'
import { measurers } from './who-measures.ts'
import { scoreWords } from './words.ts'

/** The last reading on the carer's record, and the way to all of them. */
export const measuresPanel: RecordPanel = {
  id: 'measures',
  side: 'facts',
  order: 55,
  show: async (tx, { personId, actor }) => {
    if (!holds(actor, ...measurers)) return null
    const latest = (await listReadings(tx, personId)).at(-1)
    const words =
      latest === undefined ? 'None yet.' : `${inWords(latest.heldOn)}: ${inShort(latest)}`
    return {
      title: 'Measures',
      body: html`<p class="govuk-body">${words}</p>
        <p class="govuk-body">
          <a class="govuk-link" href="/carers/${personId}/measures">Measures and change</a>
        </p>`,
    }
  },
}

/** Each reading on its day. */
export const measuresTimeline: TimelineSource = {
  kind: 'measure',
  label: 'Measures',
  list: async (tx, { personId, actor }) => {
    const mayOpen = holds(actor, ...measurers)
    const readings = await listReadings(tx, personId)
    return readings.map((reading) => ({
      on: reading.heldOn,
      kind: 'measure',
      title: 'Measure answered',
      text: inShort(reading),
      by: reading.recordedByName,
      ...(mayOpen ? { href: `/measures/${reading.id}` } : {}),
    }))
  },
}

function inShort({ instrument, scores }: Reading): string {
  const found = findInstrument(instrument)
  const main = scores.filter(({ band }) => band !== null)
  const said = main.map((scale) => `${scale.label} ${scoreWords(scale)}`).join('; ')
  return `${found?.name ?? instrument}${said === '' ? '' : `. ${said}`}`
}
