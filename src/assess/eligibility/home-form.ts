import { choice, optionalText } from '#platform/web/fields.ts'
import type { FieldFault, FormState } from '#platform/web/form.ts'
import type { Home } from './responsible-authority.rules.ts'

/** The fields in which somebody says where it is that decides whose responsibility it is. */
export const homeFields = {
  home: choice(['here', 'no_settled_home', 'elsewhere', 'unknown'], 'Select where they live'),
  area: optionalText(100),
}

type Said = { readonly home: Home['is']; readonly area: string | null }

/** In another area: then which. */
export function areaMissing({ home, area }: Said): readonly FieldFault[] {
  return home === 'elsewhere' && area === null
    ? [{ field: 'area', message: 'Enter the council or area in which they live' }]
    : []
}

/** The fields as the record fills them. */
export function homeTyped(home: Home): FormState['typed'] {
  return { home: home.is, area: home.is === 'elsewhere' ? home.area : '' }
}

/** What was said in them. */
export function homeSaid({ home, area }: Said): Home {
  return home === 'elsewhere' ? { is: home, area: area ?? '' } : { is: home }
}
