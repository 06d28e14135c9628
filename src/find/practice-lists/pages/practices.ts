import { page, show } from '#platform/web/page.ts'
import { knownAuthorities } from '#platform/reference/england.ts'
import { countPatients } from '../count-patients.ts'
import { listPracticeStandings } from '../practice-counts.sql.ts'
import { practicesView } from './practices.view.ts'

export const practiceReaders = [
  'manager',
  'council_practitioner',
  'commissioner',
  'analyst',
] as const

/** Every practice of the authority: carers on its own register as published, on ours, and flagged by agreement. */
export const practicesPage = page({
  path: '/practices',
  door: 'workspace',
  may: practiceReaders,
  get: async ({ actor, asSystem }) => {
    const { authorityId } = actor
    const districts =
      knownAuthorities.find(({ id }) => id === authorityId)?.districts.map(({ code }) => code) ?? []
    const practices = await asSystem('practices and their counts', async (tx) => {
      const registered = await countPatients(tx, { authorityId })
      const standings = await listPracticeStandings(tx, { authorityId, districts })
      return standings.map((each) => ({ ...each, registered: registered.get(each.code) ?? 0 }))
    })
    // Those who work with carers answer for the numbers; others read them with small ones withheld.
    const whole = actor.duties.some((duty) => duty === 'manager' || duty === 'council_practitioner')
    return show({
      title: 'GP practices',
      current: '/practices',
      wide: true,
      main: practicesView(practices, whole),
    })
  },
})
