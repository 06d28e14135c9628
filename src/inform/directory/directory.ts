import { z } from 'zod'

/** What people come to the directory for, in their words. */
export const needs = {
  company: 'Meeting others who look after someone',
  someone_to_talk_to: 'Someone to talk to',
  information: 'Information and advice',
  money: 'Money and benefits',
  break: 'A break',
  emergency: 'A crisis, or a plan for one',
  assessment: "A carer's assessment",
  dementia: 'Looking after someone with dementia',
  children: 'Looking after a disabled child',
  young: 'Young people who look after someone',
  computers: 'Computers, books and a place to sit',
} as const

export type Need = keyof typeof needs

export const needIds = Object.keys(needs) as Need[]

const kinds = ['adult_carer', 'parent_carer', 'young_carer', 'young_adult_carer'] as const

const isoDay = z.iso.date()
const age = z.int().min(0).max(120).nullable()
const line = z.string().trim().min(1).max(300)

const organisation = z.strictObject({ id: z.uuid(), name: line, website: z.url().nullable() })

const location = z.strictObject({
  id: z.uuid(),
  name: line,
  address: line.nullable(),
  town: line,
  postcode: line.nullable(),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  exact: z.boolean(),
})

const service = z.strictObject({
  id: z.uuid(),
  organisationId: z.uuid(),
  name: line,
  about: z.string().trim().min(1).max(2000),
  needs: z.array(z.enum(needIds)).min(1),
  forKinds: z.array(z.enum(kinds)).min(1),
  minimumAge: age,
  maximumAge: age,
  cost: line.nullable(),
  telephone: line.nullable(),
  website: z.url().nullable(),
  opens: line.nullable(),
  checkedOn: isoDay.nullable(),
  source: line,
  invented: z.boolean(),
  places: z.array(z.strictObject({ locationId: z.uuid(), meets: line.nullable() })),
})

/** A directory as a file: organisations, where they meet, and what they offer. */
export const directoryFile = z.strictObject({
  organisations: z.array(organisation),
  locations: z.array(location),
  services: z.array(service),
})

export type DirectoryFile = z.output<typeof directoryFile>

/** A service as it is found, at one of its places or, without one, wherever people live. */
export type Found = {
  readonly serviceId: string
  readonly name: string
  readonly organisation: string
  readonly about: string
  readonly minimumAge: number | null
  readonly maximumAge: number | null
  readonly cost: string | null
  readonly telephone: string | null
  readonly website: string | null
  readonly opens: string | null
  readonly checkedOn: string | null
  readonly source: string
  readonly invented: boolean
}

export type FoundAtPlace = Found & {
  readonly place: string
  readonly address: string | null
  readonly town: string
  readonly postcode: string | null
  readonly exact: boolean
  readonly meets: string | null
  readonly miles: number
}
