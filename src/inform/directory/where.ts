import { councilName, whereaboutsOf } from '#people/places/whereabouts.ts'
import type { Actor } from '#platform/access/actor.ts'
import { fold } from '#platform/lib/fold.ts'
import { postcodeFrom } from '#platform/lib/postcode.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { Town } from './directory.sql.ts'
import type { Point } from './distance.rules.ts'

/** Where somebody searches from: a point, in words, and what to say where that is in another county. */
export type Where = Point & {
  readonly words: string
  readonly exact: boolean
  readonly outside: string | null
}

/** A place from what was typed: a postcode anywhere in Great Britain, or a town in which something is. */
export function whereFrom(
  typed: string,
  of: { readonly towns: readonly Town[]; readonly actor: Actor; readonly here: string },
): Result<Where, string> {
  const postcode = postcodeFrom(typed)
  if (postcode !== null) {
    const place = whereaboutsOf(postcode)
    if (place === null)
      return refused(`We do not know the postcode ${postcode}. Check it, or enter a town`)
    const outside = outsideWords(place, of)
    return ok({
      latitude: place.latitude,
      longitude: place.longitude,
      exact: place.exact,
      words: postcode,
      outside,
    })
  }
  const town = townNamed(typed, of.towns)
  if (town === null) return refused(notFound(of.towns))
  return ok({
    latitude: town.latitude,
    longitude: town.longitude,
    exact: false,
    words: town.town,
    outside: null,
  })
}

function townNamed(typed: string, towns: readonly Town[]): Town | null {
  const wanted = fold(typed)
  if (wanted === '') return null
  const begins = towns.filter(({ town }) => fold(town).startsWith(wanted))
  const only = begins.length === 1 ? begins[0] : undefined
  return towns.find(({ town }) => fold(town) === wanted) ?? only ?? null
}

function notFound(towns: readonly Town[]): string {
  const examples = ['Evesham', 'Redditch'].filter((name) => towns.some(({ town }) => town === name))
  const like = examples.length > 0 ? `, like ${examples.join(' or ')}` : ''
  return `Enter a full postcode, like WR5 2NP, or a town or village${like}`
}

function outsideWords(
  place: NonNullable<ReturnType<typeof whereaboutsOf>>,
  { actor, here }: { readonly actor: Actor; readonly here: string },
): string | null {
  if (place.council?.code === actor.authorityCode) return null
  if (place.council !== null) {
    return `That postcode is in ${councilName(place.council)}, so ${councilName(place.council)} council has more near you. These are the nearest that we know.`
  }
  return place.inEngland
    ? `We are not sure whether that postcode is in ${here}. Your own council may have more near you. These are the nearest that we know.`
    : 'That postcode is not in England. Your own council has more near you. These are the nearest that we know.'
}
