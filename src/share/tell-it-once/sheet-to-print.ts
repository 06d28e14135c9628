import { link as linkTo, list, paragraph, picture } from '#platform/documents/blocks.ts'
import type { Document } from '#platform/documents/document.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { HomeAuthority } from '#platform/web/house.ts'
import { spokenName, type Person } from '#people/persons/person.ts'
import { atInWords } from './link-words.ts'
import type { ToldLink } from './told.ts'

/** The sheet that a carer hands over: the code, the address, and until when; nothing of the record. */
export function sheetToPrint(of: {
  readonly person: Person
  readonly link: ToldLink
  readonly address: string
  readonly code: string
  readonly today: IsoDate
  readonly authority: HomeAuthority
}): Document {
  const { authority, link, address } = of
  const often =
    link.mostOpenings === null ? [] : [`It opens ${link.mostOpenings} times at the most.`]
  return {
    kind: 'plan',
    language: 'en-GB',
    title: 'I look after someone',
    subtitle: spokenName(of.person),
    authority: authority.name,
    sender: {
      name: authority.name,
      address: [],
      ...(authority.telephone === null ? {} : { phone: authority.telephone }),
    },
    date: of.today,
    body: [
      paragraph(
        'I have written down my story, so that I need not tell it again. Please read it here:',
      ),
      picture({ svg: of.code, alt: `A square code that opens ${address}`, width: 200 }),
      paragraph('Or type this address: ', linkTo(address, address)),
      list([
        'Scan the code with the camera of a phone.',
        'Say who you are, if you like: I see when it was opened.',
        `It works until ${atInWords(link.endsAt)}.`,
        ...often,
      ]),
    ],
  }
}
