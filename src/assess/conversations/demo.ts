import { addDays, type IsoDate } from '#platform/lib/dates.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { DemoHouse } from '#platform/room.ts'
import { asDemoPerson, demoId, withCast } from '#share/accounts/demo-actors.ts'
import type { ActionOwner } from './action.ts'
import { insertAction, updateActionDone } from './actions.sql.ts'
import { getConversation } from './conversations.sql.ts'
import { holdConversation, type Held } from './hold-conversation.ts'

type DemoAction = {
  readonly name: string
  readonly what: string
  readonly owner: ActionOwner
  readonly ownerName?: string
  readonly by: IsoDate
  readonly doneOn?: IsoDate
}

/** The first conversation with the lead, and one in a crisis that is looked in on today; as Jo Pugh. */
export function placeDemoConversations(house: DemoHouse): Promise<void> {
  return withCast(house, async ({ lead, others }) => {
    const [inCrisis] = others.slice(5)
    const today = house.clock.today()
    await asDemoPerson(house, 'Jo Pugh', async (tx, actor) => {
      await place(tx, actor, { personId: lead.id, ...firstTalk(today) })
      if (inCrisis !== undefined)
        await place(tx, actor, { personId: inCrisis.id, ...crisis(today) })
    })
  })
}

function firstTalk(today: IsoDate): Talk {
  return {
    held: {
      id: demoId('conversation 1'),
      number: 1,
      heldOn: addDays(today, -88),
      words: {
        matters: 'To go on caring at home, and to have one evening a week that is not about it.',
        strengths: 'Knows the routine by heart; sings in a choir when there is somebody to sit in.',
        people: 'A sister in Malvern who rings every Sunday. The neighbours have a key.',
      },
    },
    agreed: [
      {
        name: 'the choir',
        what: 'Ask the choir whether a place is kept on Thursdays',
        owner: 'carer',
        by: addDays(today, 5),
      },
      {
        name: 'the assessment',
        what: 'Visit for the carer’s assessment',
        owner: 'other',
        ownerName: 'Priya Nair',
        by: addDays(today, -76),
        doneOn: addDays(today, -76),
      },
    ],
  }
}

function crisis(today: IsoDate): Talk {
  return {
    held: {
      id: demoId('conversation 2'),
      number: 2,
      heldOn: addDays(today, -1),
      words: {
        matters: 'That nobody is moved somewhere strange in the night.',
        strengths: 'Asks for help when it is too much. Has rung us before.',
        people: 'A son in Redditch can stay until the weekend.',
        change: 'Somebody in the house at night for the next days, so that there is sleep.',
      },
    },
    agreed: [
      {
        name: 'three nights',
        what: 'Stay for the next three nights',
        owner: 'other',
        ownerName: 'The son from Redditch',
        by: addDays(today, 2),
      },
      { name: 'the GP', what: 'Ask the GP for a visit', owner: 'worker', by: today },
    ],
  }
}

type Talk = {
  readonly held: Omit<Held, 'unconfirmed' | 'assessmentAskedFor'>
  readonly agreed: readonly DemoAction[]
}

async function place(
  tx: Tx,
  actor: Actor,
  { personId, held, agreed }: Talk & { readonly personId: string },
): Promise<void> {
  await holdConversation(tx, {
    actor,
    personId,
    held: { ...held, unconfirmed: {}, assessmentAskedFor: false },
  })
  const { organisationId } = await getConversation(tx, held.id)
  for (const { name, what, owner, ownerName, by: byOn, doneOn } of agreed) {
    const id = demoId(`agreed: ${name}`)
    const mine = owner === 'worker'
    await insertAction(tx, {
      authorityId: actor.authorityId,
      id,
      conversationId: held.id,
      personId,
      organisationId,
      what,
      owner,
      accountId: mine ? actor.accountId : null,
      ownerName: mine ? actor.displayName : (ownerName ?? null),
      byOn,
      withheld: false,
    })
    if (doneOn !== undefined) await updateActionDone(tx, id, doneOn)
  }
}
