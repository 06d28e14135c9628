import { councilName, whereaboutsOf } from '#people/places/whereabouts.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { postcodeFrom } from '#platform/lib/postcode.ts'
import { elsewhereInWords, type CouncilFound } from './council.rules.ts'
import { kindOfRegistration } from './kind.rules.ts'
import type { Registration } from './registration.ts'

/** What to tell somebody whose postcodes lie outside this council; null where nothing need be said. */
export function elsewhereFor(
  registration: Registration,
  of: { readonly actor: Actor; readonly here: string; readonly today: IsoDate },
): string | null {
  const { dateOfBirth, postcode, caredFor } = registration
  if (postcode === null && caredFor.postcode === null) return null
  const { relationship } = caredFor
  const ours: CouncilFound = { is: 'ours' }
  const own = postcode === null ? ours : councilFound(postcode, of.actor)
  return elsewhereInWords({
    kind: kindOfRegistration({ dateOfBirth, relationship }, of.today),
    own,
    theirs: theirCouncil(registration, of.actor),
    here: of.here,
  })
}

/** Unknown counts as here: nobody is told of another council on a guess. */
function theirCouncil({ caredFor }: Registration, actor: Actor): CouncilFound | null {
  if (caredFor.postcode !== null) return councilFound(caredFor.postcode, actor)
  return caredFor.livesTogether === false ? { is: 'ours' } : null
}

function councilFound(text: string, { authorityCode }: Actor): CouncilFound {
  const postcode = postcodeFrom(text)
  const place = postcode === null ? null : whereaboutsOf(postcode)
  if (place === null) return { is: 'unknown' }
  if (!place.inEngland) return { is: 'not_in_england' }
  if (place.council === null) return { is: 'unknown' }
  return place.council.code === authorityCode
    ? { is: 'ours' }
    : { is: 'other', name: councilName(place.council) }
}
