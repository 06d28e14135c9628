import { inWords, type IsoDate } from '#platform/lib/dates.ts'
import type { CarerKind } from '#people/persons/involvement.ts'
import type { About, Intake } from './intake.ts'

// Who can take a referral. No law names the organisation: Care Act 2014 s.79 lets a council delegate,
// and Children Act 1989 s.17ZA looks to services for children (both in force 1 April 2015). What an
// organisation takes is its own word; the order among those who can is the authority's.

/** Why an organisation cannot take a referral, in words that go on from its name. */
export type Against = {
  readonly why: 'had_it' | 'paused' | 'kind' | 'area' | 'reason' | 'full'
  readonly words: string
}

export type Considered = { readonly intake: Intake; readonly against: readonly Against[] }

export type Route = {
  /** Null where nobody can take it. */
  readonly to: Intake | null
  /** Why it goes there, for whoever opens it. */
  readonly because: string
  /** Everybody who takes referrals at all, in the order in which they are asked. */
  readonly considered: readonly Considered[]
}

/** What speaks against an organisation's taking this; nothing where it can. What is not known speaks against nobody. */
export function against(intake: Intake, about: About, today: IsoDate): readonly Against[] {
  const { areas, reasons, capacity, held } = intake
  const found: Against[] = []
  if (about.tried.includes(intake.organisationId))
    found.push({ why: 'had_it', words: 'has had it already' })
  if (isPaused(intake, today)) found.push({ why: 'paused', words: pausedWords(intake) })
  if (!intake.kinds.includes(about.kind))
    found.push({ why: 'kind', words: 'does not take this kind of carer' })
  if (areas.length > 0 && about.districtCode !== null && !areas.includes(about.districtCode))
    found.push({ why: 'area', words: 'does not work where the carer lives' })
  if (reasons.length > 0 && about.reason !== null && !reasons.includes(about.reason))
    found.push({ why: 'reason', words: 'does not offer what is asked for' })
  if (capacity !== null && held >= capacity)
    found.push({ why: 'full', words: `is full: it holds ${held} of ${capacity}` })
  return found
}

/** Whether it takes nothing just now; a pause ends after its last day by itself. */
export function isPaused(
  { paused, pausedUntil }: Pick<Intake, 'paused' | 'pausedUntil'>,
  today: IsoDate,
): boolean {
  return paused && (pausedUntil === null || today <= pausedUntil)
}

function pausedWords({ pausedUntil, pausedBecause }: Intake): string {
  const until = pausedUntil === null ? '' : ` until ${inWords(pausedUntil)}`
  return `takes nothing${until}${pausedBecause === null ? '' : ` (${pausedBecause})`}`
}

/**
 * Where a referral goes: to the first that can take it, of those who take referrals at all. Young
 * carers' own services come first for a young carer; then the authority's order; then the hub; then
 * who has most room.
 */
export function route(intakes: readonly Intake[], about: About, today: IsoDate): Route {
  const considered = intakes
    .toSorted(inOrderFor(about.kind))
    .map((intake) => ({ intake, against: against(intake, about, today) }))
  const at = considered.findIndex((each) => each.against.length === 0)
  const to = considered[at]?.intake ?? null
  const passedOver = considered.slice(0, at === -1 ? undefined : at).map(inWordsOf)
  return { to, because: [...passedOver, chosenWords(to)].join('; '), considered }
}

/**
 * The same for a referral that has just come, which must lie somewhere: where nobody can take it, with
 * the first that would have been asked, who then passes it on or says no. Null where nobody takes
 * referrals at all.
 */
export function firstRoute(
  intakes: readonly Intake[],
  about: About,
  today: IsoDate,
): (Route & { readonly to: Intake }) | null {
  const found = route(intakes, about, today)
  if (found.to !== null) return { ...found, to: found.to }
  const works = found.considered.find(({ intake }) => intake.kinds.includes(about.kind))
  const to = (works ?? found.considered[0])?.intake
  if (to === undefined) return null
  const because = `${found.considered.map(inWordsOf).join('; ')}; so it lies with ${to.name} until somebody can`
  return { ...found, to, because }
}

const inWordsOf = ({ intake, against: reasons }: Considered): string =>
  `${intake.name} ${reasons.map(({ words }) => words).join(' and ')}`

const chosenWords = (to: Intake | null): string =>
  to === null ? 'nobody can take it' : `${to.name} can take it`

function inOrderFor(kind: CarerKind): (a: Intake, b: Intake) => number {
  const own = (intake: Intake): number =>
    kind === 'young_carer' && intake.organisationKind === 'young_carers' ? 0 : 1
  const hub = ({ organisationKind }: Intake): number => (organisationKind === 'hub' ? 0 : 1)
  const fullness = ({ capacity, held }: Intake): number =>
    capacity === null ? 0 : capacity === 0 ? 1 : held / capacity
  return (a, b) =>
    own(a) - own(b) ||
    a.place - b.place ||
    hub(a) - hub(b) ||
    fullness(a) - fullness(b) ||
    a.organisationId - b.organisationId
}
