import type { Insertable } from 'kysely'
import type { DB } from '#platform/db/schema.generated.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { newId } from '#platform/lib/ids.ts'
import { placeOf } from '#people/places/place.ts'
import { searchKeys } from '#people/persons/search-keys.rules.ts'
import type { Carer } from './carer.ts'
import { asksForNoVoicemail } from './no-voicemail.rules.ts'

/** What the rows of one import have in common. */
export type Landing = {
  readonly authorityId: number
  readonly organisationId: number
  readonly source: string
  /** The latest day that the extract speaks of: an end without a date came by then. */
  readonly asAt: IsoDate
  /** Who left before this day is no longer read by the organisation. */
  readonly readersSince: IsoDate
  readonly nextReference: () => string
}

/** The id of the person, and one for whatever their row of the register says: its registration, caring and so on. */
type CarerIds = { readonly personId: string; readonly rowId: string }

const ofPerson = (readers: readonly number[]) => ({
  readers: [...readers],
  identityReaders: [...readers],
  supportReaders: [...readers],
  assessmentReaders: [...readers],
  emergencyReaders: [...readers],
})

/** The day on which a carer left, the extract's own last day where the register does not say when. */
export function leftOn({ registration }: Carer, asAt: IsoDate): IsoDate | null {
  return registration.state === 'ended' ? (registration.endedOn ?? asAt) : null
}

/** Who may read a carer's rows: the organisation, for as long as it works with them and three years on. */
export function readersOf(left: IsoDate | null, landing: Landing): readonly number[] {
  return left === null || left > landing.readersSince ? [landing.organisationId] : []
}

/** A carer's own row. */
export function personRow(
  carer: Carer,
  ids: CarerIds,
  landing: Landing,
  readers: readonly number[],
): Insertable<DB['person']> {
  const place = carer.postcode === null ? null : placeOf(carer.postcode)
  const { state, endReason } = carer.registration
  const died = state === 'ended' && endReason === 'carer_died' ? leftOn(carer, landing.asAt) : null
  return {
    authorityId: landing.authorityId,
    id: ids.personId,
    reference: landing.nextReference(),
    title: carer.title,
    givenName: carer.givenName,
    familyName: carer.familyName,
    knownAs: carer.knownAs,
    dateOfBirth: carer.birth,
    diedOn: died,
    gender: carer.gender,
    ethnicGroup: carer.ethnicGroup,
    address1: carer.address1,
    address2: carer.address2,
    town: carer.town,
    postcode: carer.postcode,
    districtCode: place?.districtCode ?? null,
    wardCode: place?.wardCode ?? null,
    lsoaCode: place?.lsoaCode ?? null,
    homePhone: carer.homePhone,
    mobilePhone: carer.mobilePhone,
    email: carer.email,
    nhsNumber: carer.nhsNumber,
    gpPractice: carer.gpPractice,
    employment: carer.employment,
    language: carer.language,
    informationFormat: carer.format,
    mayPost: carer.mayPost,
    mayEmail: carer.mayEmail,
    mayPhone: carer.mayPhone,
    mayText: carer.mayText,
    emergencyCard: carer.card,
    note: carer.note,
    mergedInto: null,
    ...ofPerson(readers),
  }
}

/** That no message is left for those whose note says so. */
export function needsRows(
  people: readonly Insertable<DB['person']>[],
): readonly Insertable<DB['communicationNeeds']>[] {
  return people
    .filter(({ note }) => asksForNoVoicemail(note))
    .map(({ authorityId, id, mergedInto, identityReaders }) => ({
      authorityId,
      id,
      personId: mergedInto ?? id,
      noVoicemail: true,
      readers: identityReaders ?? [],
    }))
}

/** Who works with a carer knows who it is they look after, and nothing else of them. */
const ofCaredFor = (readers: readonly number[]) => ({ ...ofPerson([]), readers: [...readers] })

/** The row of whom a carer looks after; null where nobody said a name. */
export function caredForRow(
  { caredFor }: Carer,
  landing: Landing,
  readers: readonly number[],
): (Insertable<DB['person']> & { readonly id: string }) | null {
  if (caredFor === null || (caredFor.givenName === null && caredFor.familyName === null))
    return null
  return {
    authorityId: landing.authorityId,
    id: newId(),
    reference: landing.nextReference(),
    givenName: caredFor.givenName ?? '',
    familyName: caredFor.familyName ?? '',
    dateOfBirth: caredFor.birth,
    ...ofCaredFor(readers),
  }
}

type Of = {
  readonly carer: Carer
  readonly personId: string
  readonly rowId: string
  readonly landing: Landing
}
type Readers = readonly number[]

export function involvementRow(
  { carer, personId, rowId, landing }: Of,
  readers: Readers,
): Insertable<DB['involvement']> {
  return {
    authorityId: landing.authorityId,
    id: rowId,
    personId,
    organisationId: landing.organisationId,
    kind: carer.kind,
    since: carer.registration.registeredOn ?? landing.asAt,
    until: leftOn(carer, landing.asAt),
    endReason: carer.registration.endReason,
    readers: [...readers],
  }
}

export function registrationRow(
  { carer, personId, rowId, landing }: Of,
  readers: Readers,
): Insertable<DB['registration']> {
  const { state, registeredOn, endReason } = carer.registration
  return {
    authorityId: landing.authorityId,
    id: rowId,
    personId,
    organisationId: landing.organisationId,
    kind: carer.kind,
    state,
    registeredOn: registeredOn ?? landing.asAt,
    referralSource: carer.referralSource,
    endedOn: leftOn(carer, landing.asAt),
    endReason,
    details: carer.details,
    readers: [...readers],
  }
}

// Who moved away or asked to be left alone goes on caring.
const caringOver = new Set(['cared_for_died', 'carer_died', 'caring_ended', 'care_home'])

export function caringRow(
  { carer, personId, rowId, landing }: Of,
  caredForId: string | null,
  readers: Readers,
): Insertable<DB['caring']> {
  const { endReason } = carer.registration
  const over = endReason !== null && caringOver.has(endReason)
  return {
    authorityId: landing.authorityId,
    id: rowId,
    carerId: personId,
    caredForId,
    relationship: carer.relationship,
    conditions: [...carer.conditions],
    hoursBand: carer.hours,
    livesTogether: carer.livesTogether,
    until: over ? leftOn(carer, landing.asAt) : null,
    endReason: over ? endReason : null,
    readers: [...readers],
  }
}

export function previousIdRow(
  { carer, personId, rowId, landing }: Of,
  readers: Readers,
): Insertable<DB['previousId']> {
  const { authorityId, source } = landing
  return { authorityId, source, sourceId: carer.id, id: rowId, personId, readers: [...readers] }
}

/** A person and the keys by which search finds them. */
export type Found = {
  readonly personId: string
  readonly readers: Readers
  readonly keys: readonly string[]
}

/** The keys by which search finds a person. */
export function foundBy(
  person: Insertable<DB['person']>,
  previousIds: readonly string[],
  readers: Readers,
): Found {
  const keys = searchKeys({
    givenName: person.givenName,
    familyName: person.familyName,
    knownAs: person.knownAs ?? null,
    dateOfBirth: person.dateOfBirth ?? null,
    postcode: person.postcode ?? null,
    homePhone: person.homePhone ?? null,
    mobilePhone: person.mobilePhone ?? null,
    nhsNumber: person.nhsNumber ?? null,
    reference: person.reference,
    previousIds,
  })
  return { personId: person.id, readers, keys }
}
