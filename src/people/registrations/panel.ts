import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, nothing } from '#platform/lib/html.ts'
import { isoDate } from '#platform/lib/dates.ts'
import type { RecordPanel, TimelineSource } from '#platform/room.ts'
import { kindWords } from '#people/persons/involvement.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { stepNames } from './life.rules.ts'
import { standingWords, stepWords, supportOpenUntil } from './registration.ts'
import { listLives, listStepsOf } from './registrations.sql.ts'

/** Where each registration stands, and how long support is open after its end. */
export const livesOnRecord: RecordPanel = {
  id: 'registrations',
  side: 'facts',
  order: 25,
  show: async (tx, { personId, today }) => {
    const { diedOn } = await getPerson(tx, personId)
    const lives = await listLives(tx, personId)
    if (lives.length === 0) return null
    const facts = lives.map((life) => {
      const until = supportOpenUntil(life, diedOn)
      const open = until !== null && until >= today
      return {
        name: `${life.organisation}, ${kindWords(life.kind).toLowerCase()}`,
        value: html`${standingWords(life, diedOn)}
        ${open ? html`<span class="app-quiet">Support is open until ${inWords(until)}</span>` : nothing}`,
        change: { href: `/carers/${personId}/registrations/${life.id}`, text: 'Open' },
      }
    })
    return { title: 'On the register', body: factList({ facts }) }
  },
}

/** What happened to a registration between its beginning and its end. */
export const stepsTimeline: TimelineSource = {
  kind: 'registration',
  label: 'Register',
  list: async (tx, { personId }) =>
    (await listStepsOf(tx, personId)).map((step) => ({
      on: isoDate(step.takenOn),
      kind: 'registration',
      title: titleOf(step.step),
      by: step.takenByName,
      href: `/carers/${personId}/registrations/${step.registrationId}`,
      ...(step.words === null ? {} : { text: step.words }),
    })),
}

function titleOf(step: string): string {
  const name = stepNames.find((each) => each === step)
  return name === undefined ? step : stepWords[name]
}
