import { assessments } from '#assess/assessments/room.ts'
import { conversations } from '#assess/conversations/room.ts'
import { eligibility } from '#assess/eligibility/room.ts'
import { competence } from '#assess/competence/room.ts'
import { instruments } from '#assess/instruments/room.ts'
import { fhir } from '#connect/fhir/room.ts'
import { referralsForSystems } from '#connect/referrals/room.ts'
import { amIACarer } from '#find/am-i-a-carer/room.ts'
import { duplicates } from '#find/duplicates/room.ts'
import { contacts } from '#find/contacts/room.ts'
import { hiddenCarers } from '#find/hidden-carers/room.ts'
import { home } from '#find/home/room.ts'
import { importing } from '#find/import/room.ts'
import { referralClock } from '#find/referral-clock/room.ts'
import { referralDoors } from '#find/referral-doors/room.ts'
import { referralRoutes } from '#find/referral-routes/room.ts'
import { referrals } from '#find/referrals/room.ts'
import { ownMessages } from '#find/own-messages/room.ts'
import { practiceLists } from '#find/practice-lists/room.ts'
import { senderLetters } from '#find/sender-letters/room.ts'
import { register } from '#find/register/room.ts'
import { today } from '#find/today/room.ts'
import { directory } from '#inform/directory/room.ts'
import { statements } from '#inform/statements/room.ts'
import { caring } from '#people/caring/room.ts'
import { persons } from '#people/persons/room.ts'
import { registrations } from '#people/registrations/room.ts'
import { places } from '#people/places/room.ts'
import { messages } from '#platform/messages/room.ts'
import type { Room } from '#platform/room.ts'
import { annualReport } from '#prove/annual-report/room.ts'
import { measures } from '#prove/measures/room.ts'
import { outcomes } from '#prove/outcomes/room.ts'
import { demoCarer } from '#share/accounts/demo.ts'
import { accounts } from '#share/accounts/room.ts'
import { agreements } from '#share/agreements/room.ts'
import { safeguarding } from '#share/safeguarding/room.ts'
import { dataRights } from '#share/data-rights/room.ts'
import { organisations } from '#share/organisations/room.ts'
import { overrides } from '#share/overrides/room.ts'
import { ownRecord } from '#share/own-record/room.ts'
import { tellItOnce } from '#share/tell-it-once/room.ts'
import { systems } from '#share/systems/room.ts'
import { groups } from '#support/groups/room.ts'
import { payments } from '#support/payments/room.ts'
import { plans } from '#support/plans/room.ts'
import { reviews } from '#support/reviews/room.ts'

/** The rooms of the house, from the ground up. */
export const rooms: readonly Room[] = [
  messages,
  places,
  persons,
  caring,
  registrations,
  accounts,
  organisations,
  agreements,
  safeguarding,
  dataRights,
  demoCarer,
  ownRecord,
  tellItOnce,
  overrides,
  systems,
  home,
  amIACarer,
  ownMessages,
  register,
  referralClock,
  referralRoutes,
  referrals,
  referralDoors,
  senderLetters,
  contacts,
  practiceLists,
  importing,
  today,
  duplicates,
  hiddenCarers,
  conversations,
  assessments,
  eligibility,
  instruments,
  competence,
  plans,
  reviews,
  payments,
  groups,
  referralsForSystems,
  fhir,
  directory,
  statements,
  measures,
  annualReport(measures.measures ?? []),
  outcomes,
]
