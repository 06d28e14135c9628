// Which council has the duties: for a carer of an adult the one where that adult lives (Care Act 2014
// s.13(4)(b) and s.20(1)(a)); for young and parent carers the one where the family lives (Children Act
// 1989 s.17ZA and s.17ZD). In force 1 April 2015.
import type { CarerKind } from '#people/persons/involvement.ts'

/** A council as far as a postcode tells it: ours, another of that name, one in England or outside it. */
export type CouncilFound =
  | { readonly is: 'ours' }
  | { readonly is: 'other'; readonly name: string }
  | { readonly is: 'unknown' }
  | { readonly is: 'not_in_england' }

type Homes = {
  readonly kind: CarerKind
  readonly own: CouncilFound
  /** Where the person looked after lives, where that is another place. */
  readonly theirs: CouncilFound | null
  /** The name of the council whose door this is. */
  readonly here: string
}

/**
 * What somebody must be told who may not be this council's to assess; null where it is, or where no
 * postcode was given. Everybody may register all the same: the hub passes on what it cannot do.
 */
export function elsewhereInWords({ kind, own, theirs, here }: Homes): string | null {
  const family = kind === 'young_carer' || kind === 'parent_carer'
  const deciding = family ? own : (theirs ?? own)
  const who = family ? 'your family' : 'the person you look after'
  switch (deciding.is) {
    case 'ours':
      return null
    case 'other':
      return `We can still help you. ${theirs === null || family ? 'Your own council' : 'The council that must assess you'} is ${deciding.name}, because ${who} lives there. We talk with you and put you in touch with it.`
    case 'unknown':
      return `We can still help you. We are not sure whether that postcode is in ${here}. The council that must assess you is the one where ${who} lives: we find out with you.`
    case 'not_in_england':
      return `We can still help you. That postcode is not in England, where other laws hold. We talk with you and put you in touch with the council where ${who} lives.`
  }
}
