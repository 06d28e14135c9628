import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/database.ts'
import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { lastDay } from '#share/agreements/agreement.ts'
import { mayKnow, withIdentity } from '#share/agreements/agreement.rules.ts'
import {
  insertAgreement,
  listAgreements,
  listPartners,
  type Partner,
} from '#share/agreements/agreements.sql.ts'
import type { Referral } from './referral.ts'
import { agreesBeforeATalk, sharingAskedIn, type SharingAsked } from './sharing-asked.rules.ts'

/**
 * Keeps what a carer agreed to when they registered or were referred: who may know what of them, for
 * a year. It stands beside what they agreed before, of which nothing ends. A practice is found by its
 * name; one that takes no part stays in the record's note, for a worker to see to.
 */
export async function shareAsAsked(
  tx: Tx,
  actor: Actor,
  of: { readonly referral: Referral; readonly personId: string; readonly today: IsoDate },
): Promise<void> {
  const { referral, personId, today } = of
  const asked = sharingAskedIn(referral)
  if (asked === null || !agreesBeforeATalk(referral, today)) return
  const purposes = withIdentity(asked.purposes)
  const agreements = await listAgreements(tx, personId)
  const partners = await listPartners(tx, { authorityId: actor.authorityId, personId })
  for (const { id: organisationId } of partners.filter((each) => isAsked(each, asked, referral))) {
    const known = mayKnow(agreements, { organisationId, today })
    if (purposes.every((purpose) => known.includes(purpose))) continue
    const saidOn = isoDate(referral.receivedOn)
    await insertAgreement(tx, {
      authorityId: actor.authorityId,
      id: newId(),
      personId,
      organisationId,
      purposes,
      agreedOn: saidOn,
      until: lastDay('one_year', saidOn),
      howGiven: referral.agreedHow ?? 'spoken',
      basis: 'own',
      recordedBy: actor.accountId,
    })
  }
}

function isAsked({ id, kind, name }: Partner, asked: SharingAsked, from: Referral): boolean {
  if (asked.sender && id === from.fromOrganisationId) return true
  if (kind === 'council') return asked.council
  const practice = plain(asked.practice ?? '')
  return kind === 'gp_practice' && practice !== '' && plain(name) === practice
}

/** A name without what people leave out or write in another way. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/\b(?:the|surgery|practice|partnership|medical|health|centre|group)\b/g, '')
    .replaceAll(/[^a-z0-9]/g, '')
