import { addDays } from '#platform/lib/dates.ts'
import type { DemoHouse } from '#platform/room.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { asDemoPerson, demoId, withCast } from '#share/accounts/demo-actors.ts'
import { holdConversation } from './hold-conversation.ts'

/** The first conversation with the lead, and one in a crisis that is looked in on today; as Jo Pugh. */
export function placeDemoConversations(house: DemoHouse): Promise<void> {
  return withCast(house, async ({ lead, others }) => {
    const [inCrisis] = others.slice(5)
    const today = house.clock.today()
    await asDemoPerson(house, 'Jo Pugh', async (tx, actor) => {
      await holdConversation(tx, {
        actor,
        person: await getPerson(tx, lead.id),
        held: {
          id: demoId('conversation 1'),
          number: 1,
          heldOn: addDays(today, -88),
          assessmentAskedFor: false,
          words: {
            matters:
              'To go on caring at home, and to have one evening a week that is not about it.',
            strengths:
              'Knows the routine by heart; sings in a choir when there is somebody to sit in.',
            people: 'A sister in Malvern who rings every Sunday. The neighbours have a key.',
            change: '',
            agreed: [
              {
                what: 'Visit for the carer’s assessment',
                who: 'Priya Nair',
                by: addDays(today, -76),
              },
            ],
          },
        },
      })
      if (inCrisis === undefined) return
      await holdConversation(tx, {
        actor,
        person: await getPerson(tx, inCrisis.id),
        held: {
          id: demoId('conversation 2'),
          number: 2,
          heldOn: addDays(today, -1),
          assessmentAskedFor: false,
          words: {
            matters: 'That nobody is moved somewhere strange in the night.',
            strengths: 'Asks for help when it is too much. Has rung us before.',
            people: 'A son in Redditch can stay until the weekend.',
            change: 'Somebody in the house at night for the next days, so that there is sleep.',
            agreed: [
              {
                what: 'Stay for the next three nights',
                who: 'The son from Redditch',
                by: addDays(today, 2),
              },
              { what: 'Ask the GP for a visit', who: 'Jo Pugh', by: today },
            ],
          },
        },
      })
    })
  })
}
