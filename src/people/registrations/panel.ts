import { factList } from '#platform/govuk/own/fact-list.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, nothing } from '#platform/lib/html.ts'
import { isoDate } from '#platform/lib/dates.ts'
import type { RecordPanel, TimelineSource } from '#platform/room.ts'
import { kindWords } from '#people/persons/involvement.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { kindByAge } from './growing-up.rules.ts'
import { standingWords, takenWords, supportOpenUntil } from './registration.ts'
import { listLives, listStepsOf } from './registrations.sql.ts'

/** Where each registration stands, and how long support is open after its end. */
export const livesOnRecord: RecordPanel = {
  id: 'registrations',
  side: 'facts',
  order: 25,
  show: async (tx, { personId, today }) => {
    const { diedOn, dateOfBirth } = await getPerson(tx, personId)
    const lives = await listLives(tx, personId)
    if (lives.length === 0) return null
    const facts = lives.map((life) => {
      const until = supportOpenUntil(life, diedOn)
      const open = until !== null && until >= today
      const birth = dateOfBirth === null ? null : isoDate(dateOfBirth)
      const grown =
        life.state === 'ended' || diedOn !== null ? life.kind : kindByAge(life.kind, birth, today)
      return {
        name: `${life.organisation}, ${kindWords(life.kind).toLowerCase()}`,
        value: html`${standingWords(life, diedOn)}
        ${grown === life.kind ? nothing : html`<a class="govuk-link" href="/carers/${personId}/growing-up">By age: ${kindWords(grown).toLowerCase()}</a>`}
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
      title: takenWords(step.step),
      by: step.takenByName,
      href: `/carers/${personId}/registrations/${step.registrationId}`,
      ...(step.words === null ? {} : { text: step.words }),
    })),
}
