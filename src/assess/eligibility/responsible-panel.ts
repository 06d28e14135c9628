import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { factList } from '#platform/govuk/own/fact-list.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { html } from '#platform/lib/html.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import type { RecordPanel } from '#platform/room.ts'
import { listInvolvements } from '#people/persons/involvements.sql.ts'
import { ageOf } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { homeIn } from './home-area.rules.ts'
import { listCaredForHomes } from './homes.sql.ts'
import { type CarerKind, type Home, responsibleAuthority } from './responsible-authority.rules.ts'

/** Which council answers for the carer, from both addresses, with the law that says so. */
export const responsiblePanel: RecordPanel = {
  id: 'responsible-authority',
  side: 'facts',
  order: 28,
  show: async (tx, { personId, actor, today }) => {
    const person = await getPerson(tx, personId)
    const involved = (await listInvolvements(tx, personId)).filter(
      ({ kind }) => kind !== 'cared_for',
    )
    const [first] = involved
    if (first === undefined || person.diedOn !== null) return null
    const carer = homeIn(person.districtCode, actor.authorityCode)
    const caredFor = await homesOfCaredFor(tx, personId, actor, today)
    const kind = kindOf(first.kind, ageOf(person, today))
    const { answer, reason, ref } = responsibleAuthority({ kind, carer, caredFor })
    const here = knownAuthorities.find(({ code }) => code === actor.authorityCode)?.name ?? 'here'
    return {
      title: 'Responsible council',
      body: html`${factList({
          facts: [
            {
              name: 'Council',
              value: { ours: here, another: 'Another council', unknown: 'Not known yet' }[answer],
            },
            { name: 'The carer lives', value: homeWords(carer) },
            {
              name: 'Who they look after lives',
              value: caredFor.length === 0 ? 'nobody is named' : caredFor.map(homeWords).join('; '),
            },
          ],
        })}
        <p class="govuk-body-s">${reason} <span class="app-quiet">${ref}</span></p>`,
    }
  },
}

async function homesOfCaredFor(
  tx: Tx,
  carerId: string,
  { authorityCode }: Actor,
  today: IsoDate,
): Promise<readonly Home[]> {
  const homes = await listCaredForHomes(tx, carerId, today)
  return homes.map(({ districtCode }) => homeIn(districtCode, authorityCode))
}

/** Under 18 the Children Act counts, whatever the service calls them. */
function kindOf(kind: string, age: number | null): CarerKind {
  if (kind === 'parent_carer') return 'parent_carer'
  if (age === null) return kind === 'young_carer' ? 'young_carer' : 'adult_carer'
  return age < 18 ? 'young_carer' : 'adult_carer'
}

function homeWords(home: Home): string {
  switch (home.is) {
    case 'here':
      return 'in this council’s area'
    case 'elsewhere':
      return `in ${home.area}`
    case 'no_settled_home':
      return 'here, without a settled home'
    case 'unknown':
      return 'not known'
  }
}
