/**
 * Which authority answers for a carer: Care Act 2014 s.13(4)(b) and s.20(1)(a) for adult carers,
 * Children Act 1989 s.17 with s.17ZA and s.17ZD for young and parent carers. In force from
 * 1 April 2015. The trap: an adult carer's duty follows where the adult who needs care lives, not
 * where the carer does.
 */

/** Where someone lives, as far as it is known. */
export type Home =
  | { readonly is: 'here' }
  | { readonly is: 'elsewhere'; readonly area: string }
  /** Present in the area without a settled home: counts as here, s.20(1)(a). */
  | { readonly is: 'no_settled_home' }
  | { readonly is: 'unknown' }

export type CarerKind = 'adult_carer' | 'parent_carer' | 'young_carer' | 'transition'

export type Responsibility = {
  readonly answer: 'ours' | 'another' | 'unknown'
  readonly ref: string
  readonly reason: string
}

/**
 * Whether this authority is responsible, and why. `caredFor` has the home of each person looked
 * after: one of them in the area is enough for an adult carer's assessment to be ours.
 */
export function responsibleAuthority(of: {
  readonly kind: CarerKind
  readonly carer: Home
  readonly caredFor: readonly Home[]
}): Responsibility {
  return of.kind === 'adult_carer' ? forAdultCarer(of.caredFor) : forFamily(of.carer)
}

const adultRef = 'Care Act 2014 s.13(4)(b), s.20(1)(a)'
const familyRef = 'Children Act 1989 s.17, s.17ZA, s.17ZD'

function forAdultCarer(caredFor: readonly Home[]): Responsibility {
  if (caredFor.some((home) => home.is === 'here')) {
    return ours(adultRef, 'The adult who needs care lives in this area, wherever the carer lives.')
  }
  if (caredFor.some((home) => home.is === 'no_settled_home')) {
    return ours(adultRef, 'The adult who needs care is in this area and has no settled home.')
  }
  const [first] = caredFor
  if (first === undefined || caredFor.some((home) => home.is === 'unknown')) {
    return {
      answer: 'unknown',
      ref: adultRef,
      reason:
        'It is not known where the adult who needs care lives: that decides which council is responsible.',
    }
  }
  return {
    answer: 'another',
    ref: adultRef,
    reason: `The adult who needs care lives in ${area(first)}, so the council there is responsible, unless a council here arranged their accommodation there (s.39).`,
  }
}

function forFamily(carer: Home): Responsibility {
  switch (carer.is) {
    case 'here':
    case 'no_settled_home':
      return ours(familyRef, 'The child and the family are in this area.')
    case 'elsewhere':
      return {
        answer: 'another',
        ref: familyRef,
        reason: `The child and the family are in ${carer.area}, so the council there is responsible.`,
      }
    case 'unknown':
      return {
        answer: 'unknown',
        ref: familyRef,
        reason: 'It is not known where the family lives.',
      }
  }
}

function area(home: Home): string {
  return home.is === 'elsewhere' ? home.area : 'another area'
}

function ours(ref: string, reason: string): Responsibility {
  return { answer: 'ours', ref, reason }
}
