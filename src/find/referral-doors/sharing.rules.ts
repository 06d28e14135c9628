import { withIdentity } from '#share/agreements/agreement.rules.ts'
import type { SharingAsked } from '../referrals/sharing-asked.rules.ts'
import type { Door } from './door.ts'
import type { Agreement } from './door-form.ts'
import type { Sender } from './send-referral.ts'

/**
 * Who may know what of a carer, as it was told at a door; null where nobody may. A sender for whom
 * nobody vouches is told nothing, whatever they send: common law duty of confidence.
 */
export function sharingOf(
  door: Door,
  { mayKnow = [], alsoKnow = [], practice = null }: Agreement,
  { organisationId }: Pick<Sender, 'organisationId'>,
): SharingAsked | null {
  const asked = mayKnow.filter((purpose) => door.mayKnow.includes(purpose))
  if (door.source === 'self') {
    if (alsoKnow.length === 0) return null
    return {
      sender: false,
      practice: alsoKnow.includes('practice') ? practice : null,
      council: alsoKnow.includes('council'),
      purposes: [...withIdentity(asked)],
    }
  }
  if (organisationId === null || asked.length === 0) return null
  return { sender: true, practice: null, council: false, purposes: [...withIdentity(asked)] }
}
