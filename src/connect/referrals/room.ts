import type { Room } from '#platform/room.ts'
import {
  answerReferralApi,
  listReferralsApi,
  referralApi,
  sendReferralApi,
} from './referrals.api.ts'

/** Referrals in, and their status out, for other systems in plain JSON. */
export const referralsForSystems: Room = {
  name: 'referrals-for-systems',
  api: [sendReferralApi, listReferralsApi, referralApi, answerReferralApi],
}
