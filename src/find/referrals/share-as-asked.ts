import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { listPartners, type Partner } from '#share/agreements/agreements.sql.ts'
import { giveAgreement } from '#share/agreements/give-agreement.ts'
import type { Referral } from './referral.ts'

/**
 * Keeps what a carer agreed to when they registered: who may know that they are one. A practice is
 * found by its name; one that takes no part stays in the record's note, for a worker to see to.
 */
export async function shareAsAsked(
  tx: Tx,
  actor: Actor,
  of: { readonly referral: Referral; readonly personId: string; readonly today: IsoDate },
): Promise<void> {
  const { referral, personId, today } = of
  const asked = referral.told?.own?.mayKnow
  if (asked === undefined) return
  const partners = await listPartners(tx, { authorityId: actor.authorityId, personId })
  for (const partner of partners.filter((each) => isAsked(each, asked))) {
    await giveAgreement(tx, actor, {
      id: newId(),
      personId,
      organisationId: partner.id,
      purposes: ['identity'],
      length: 'one_year',
      howGiven: 'online',
      saidOn: isoDate(referral.receivedOn),
      today,
    })
  }
}

type Asked = { readonly practice: string | null; readonly council: boolean }

function isAsked({ kind, name }: Partner, { practice, council }: Asked): boolean {
  if (kind === 'council') return council
  const asked = plain(practice ?? '')
  return kind === 'gp_practice' && asked !== '' && plain(name) === asked
}

/** A name without what people leave out or write in another way. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/\b(?:the|surgery|practice|partnership|medical|health|centre|group)\b/g, '')
    .replaceAll(/[^a-z0-9]/g, '')
