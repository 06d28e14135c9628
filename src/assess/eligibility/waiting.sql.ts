import { sql } from 'kysely'
import { holds, type Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Determination } from './determination.ts'

export type WaitingDecision = Pick<Determination, 'kind' | 'eligible' | 'answer'> & {
  readonly id: string
  readonly state: 'to_countersign' | 'decided'
  readonly hasAdvice: boolean
  readonly decidedOn: IsoDate
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
}

type Waiting = { readonly decisions: readonly WaitingDecision[]; readonly total: number }

function waiting(tx: Tx, actor: Actor) {
  return tx
    .selectFrom('determination')
    .innerJoin('person', (join) =>
      join
        .onRef('person.authorityId', '=', 'determination.authorityId')
        .onRef('person.id', '=', 'determination.personId'),
    )
    .select(['determination.id', 'kind', 'state', 'eligible', 'answer', 'decidedOn'])
    .select(['givenName', 'familyName', 'knownAs'])
    .select(
      sql<boolean>`coalesce(advice_reduce, '') > '' and coalesce(advice_prevent, '') > ''`.as(
        'hasAdvice',
      ),
    )
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('determination.authorityId', '=', actor.authorityId)
    .where('sentAt', 'is', null)
    .orderBy('decidedOn')
    .orderBy('determination.id')
    .$castTo<WaitingDecision & { readonly total: number }>()
}

/** Proposals that wait for the council, save the actor's own; none for who cannot countersign. */
export async function listToCountersign(
  tx: Tx,
  of: { readonly actor: Actor; readonly limit: number },
): Promise<Waiting> {
  if (!holds(of.actor, 'council_practitioner')) return { decisions: [], total: 0 }
  const rows = await waiting(tx, of.actor)
    .where('state', '=', 'to_countersign')
    .where('decidedBy', 'is distinct from', of.actor.accountId)
    .limit(of.limit)
    .execute()
  return { decisions: rows, total: rows[0]?.total ?? 0 }
}

/** Decisions that no carer has had yet and that are the actor's to send: their own, and those given to them. */
export async function listToSend(
  tx: Tx,
  of: { readonly actor: Actor; readonly limit: number },
): Promise<Waiting> {
  const rows = await waiting(tx, of.actor)
    .where('state', '=', 'decided')
    .where(sql<boolean>`coalesce(sender_id, decided_by) = ${of.actor.accountId}`)
    .limit(of.limit)
    .execute()
  return { decisions: rows, total: rows[0]?.total ?? 0 }
}
