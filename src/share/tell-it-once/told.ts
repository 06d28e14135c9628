import type { Selectable } from 'kysely'
import type { DB } from '#platform/db/schema.generated.ts'

/** What may stand on the page that a carer hands on; they choose for each link. */
export const toldParts = ['about', 'story', 'needs', 'contacts', 'agreements', 'emergency'] as const
export type ToldPart = (typeof toldParts)[number]

/** What the carer writes themself; the other parts come from the record. */
export const ownWordParts = ['story', 'needs', 'contacts', 'emergency'] as const
export type OwnWordPart = (typeof ownWordParts)[number]

/** A part's heading on the page, and what the carer chooses it by. */
export const partWords: Readonly<
  Record<ToldPart, { readonly heading: string; readonly choice: string }>
> = {
  about: { heading: 'About me', choice: 'My name, and that I look after somebody' },
  story: { heading: 'My story', choice: 'My story' },
  needs: { heading: 'What I need', choice: 'What I need' },
  contacts: { heading: 'Whom to contact', choice: 'Whom to contact' },
  agreements: { heading: 'Who may know what', choice: 'Whom I have agreed to share with' },
  emergency: { heading: 'In an emergency', choice: 'What to do in an emergency' },
}

export type ToldPage = Pick<
  Selectable<DB['toldPage']>,
  'id' | 'story' | 'needs' | 'contacts' | 'emergency' | 'version'
>

export type ToldLink = Omit<Selectable<DB['toldLink']>, 'authorityId' | 'personId'>

export type ToldOpening = {
  readonly linkId: string
  readonly at: string
  readonly who: string | null
}
