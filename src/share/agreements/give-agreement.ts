import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { lastDay, type Basis, type Length, type SharedPurpose } from './agreement.ts'
import { lasts, withIdentity } from './agreement.rules.ts'
import { endAgreement, insertAgreement, listAgreements } from './agreements.sql.ts'

export type Giving = {
  readonly id: string
  readonly personId: string
  readonly organisationId: number
  readonly purposes: readonly SharedPurpose[]
  readonly length: Length
  readonly howGiven: string
  readonly basis?: Basis
  readonly saidOn: IsoDate
  readonly today: IsoDate
}

/**
 * Keeps an agreement in place of what was agreed with that organisation before: the earlier ones end
 * on the day on which the new one was said. What is agreed of a referral's outcome stands beside it.
 */
export async function giveAgreement(tx: Tx, actor: Actor, of: Giving): Promise<void> {
  const { id, personId, organisationId, howGiven, saidOn } = of
  const before = await listAgreements(tx, personId)
  if (before.some((each) => each.id === id)) return
  for (const each of before) {
    const replaced = each.organisationId === organisationId && lasts(each, of.today)
    if (!replaced || each.purposes.every((purpose) => purpose === 'outcome')) continue
    await endAgreement(tx, {
      id: each.id,
      endedOn: saidOn,
      endedBy: actor.accountId,
      endedHow: howGiven,
    })
  }
  await insertAgreement(tx, {
    authorityId: actor.authorityId,
    id,
    personId,
    organisationId,
    purposes: withIdentity(of.purposes),
    agreedOn: saidOn,
    until: lastDay(of.length, saidOn),
    howGiven,
    basis: of.basis ?? 'own',
    recordedBy: actor.accountId,
  })
}
