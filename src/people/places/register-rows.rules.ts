// One row of a published register as we keep it. ODS files epraccur (practices), etr (trusts) and
// ets (trust sites) have 27 columns and no headings; schools come as the `edubasealldata` file of
// "Get information about schools". Small extracts of the same with headings of their own are read too.

import { fold } from '#platform/lib/fold.ts'
import { isoDate } from '#platform/lib/dates.ts'
import type { Postcode } from '#platform/lib/postcode.ts'
import type { Establishment, EstablishmentState, PracticeCount } from './establishment.ts'
import { placeOf } from './place.ts'
import {
  addressOf,
  type Cells,
  readableName,
  registerCount,
  registerDate,
  registerDegrees,
  registerPostcode,
  required,
  RowFault,
} from './register-cells.rules.ts'

const practiceCode = /^[A-Z]\d{5}$/
const odsCode = /^[A-Z0-9]{3,10}$/
const aName = /\p{L}/u

/** A practice; null for what prescribes but is none (prescribing setting other than 4). */
export function practiceOf(cells: Cells): Establishment | null {
  const setting = cells('prescribing_setting')
  if (setting !== '' && setting !== '4') return null
  return {
    kind: 'gp_practice',
    code: required(
      cells('organisation_code'),
      practiceCode,
      'practice code (a letter and five digits)',
    ),
    ...odsPlace(cells),
    details: filled({
      commissioner: cells('commissioner'),
      health_geography: cells('high_level_health_geography'),
    }),
  }
}

export function trustOf(cells: Cells): Establishment {
  const code = cells('organisation_code') || cells('nhs_trust22_code')
  return {
    kind: 'nhs_trust',
    code: required(code, odsCode, 'ODS code'),
    ...odsPlace(cells),
    details: {},
  }
}

/** A hospital or other site of a trust. */
export function siteOf(cells: Cells): Establishment {
  const place = odsPlace(cells)
  const given = cells('organisation_code')
  const code = given === '' ? plainCode(place) : required(given, odsCode, 'ODS code')
  return {
    kind: 'hospital',
    code,
    ...place,
    details: filled({ trust: cells('parent_organisation_code') }),
  }
}

type OdsPlace = Omit<Establishment, 'kind' | 'code' | 'details'>

function odsPlace(cells: Cells): OdsPlace {
  const name = cells('name') || cells('nhs_trust22_name') || cells('hospital22_name')
  const closedOn = registerDate(cells('close_date'), 'close date')
  return {
    name: readableName(required(name, aName, 'name')),
    ...addressOf([1, 2, 3, 4, 5].map((line) => cells(`address_${line}`))),
    ...whereabouts(cells),
    telephone: cells('telephone') || null,
    state: odsState(cells('status'), closedOn),
    openedOn: registerDate(cells('open_date'), 'open date'),
    closedOn,
  }
}

const odsStates: Readonly<Record<string, EstablishmentState>> = {
  A: 'open',
  C: 'closed',
  D: 'dormant',
  P: 'proposed',
  open: 'open',
  closed: 'closed',
}

function odsState(status: string, closedOn: string | null): EstablishmentState {
  if (status === '') return closedOn === null ? 'open' : 'closed'
  const state = odsStates[status]
  if (state === undefined) throw new RowFault(`The status "${status}" is none of A, C, D and P`)
  return state
}

/** The whole number of a school (URN), and what "Get information about schools" says of it. */
export function schoolOf(cells: Cells): Establishment {
  const closedOn = registerDate(cells('closedate'), 'close date')
  const one = (published: string, short: string): string => cells(published) || cells(short)
  return {
    kind: 'school',
    code: required(cells('urn'), /^\d{5,6}$/, 'unique reference number (six digits)'),
    name: required(one('establishmentname', 'name'), aName, 'name'),
    address:
      ['street', 'locality', 'address3', 'town'].map(cells).filter(Boolean).join(', ') || null,
    town: cells('town') || null,
    ...whereabouts(cells),
    telephone: cells('telephonenum') || null,
    state: schoolState(one('establishmentstatus (name)', 'status')),
    openedOn: registerDate(cells('opendate'), 'open date'),
    closedOn,
    details: filled({
      type: one('typeofestablishment (name)', 'type'),
      phase: one('phaseofeducation (name)', 'phase'),
      lowest_age: one('statutorylowage', 'low_age'),
      highest_age: one('statutoryhighage', 'high_age'),
      authority: one('la (name)', 'dfe_la_name'),
    }),
  }
}

function schoolState(status: string): EstablishmentState {
  // "Open, but proposed to close" is open; "Proposed to open" is not yet.
  if (/^open/i.test(status)) return 'open'
  if (/^closed/i.test(status)) return 'closed'
  if (/^proposed/i.test(status)) return 'proposed'
  throw new RowFault(`The status "${status}" is none of Open, Closed and Proposed to open`)
}

/** Postcode, point and district: as the file has them, else as the postcode lies. */
function whereabouts(
  cells: Cells,
): Pick<Establishment, 'postcode' | 'latitude' | 'longitude' | 'districtCode'> {
  const postcode = registerPostcode(cells('postcode'))
  const place = postcode === null ? null : placeOf(postcode as Postcode)
  const latitude = registerDegrees(cells('lat'), 'latitude') ?? place?.latitude ?? null
  const longitude = registerDegrees(cells('lon'), 'longitude') ?? place?.longitude ?? null
  const district =
    cells('lad_code') || cells('districtadministrative (code)') || place?.districtCode || null
  return { postcode, latitude, longitude, districtCode: district }
}

/** Stands for a code where the file has none: one name may be several hospitals, so the point is in it. */
function plainCode({ name, latitude, longitude }: OdsPlace): string {
  const at = [latitude, longitude].map((degrees) => degrees?.toFixed(2) ?? '?').join(',')
  return `${fold(name).replaceAll(' ', '-')}@${at}`
}

const countColumn = /^(?:gp_registered_)?carers_(\d{4})[-_](\d{2})(?:[-_](\d{2}))?$/

/** Every month's count of carers that a practice's row has: as NHS England published them. */
export function countsOf(cells: Cells, headings: readonly string[]): readonly PracticeCount[] {
  const code = cells('practice_code') || cells('organisation_code')
  const patientsColumn = headings.find((heading) => heading.startsWith('registered_patients_'))
  const patients = patientsColumn === undefined ? '' : cells(patientsColumn)
  return headings.flatMap((heading) => {
    const month = countColumn.exec(heading)
    if (month === null || cells(heading) === '') return []
    return {
      practiceCode: required(code, practiceCode, 'practice code (a letter and five digits)'),
      countedOn: lastDay(month[1]!, month[2]!),
      carers: registerCount(cells(heading), 'count of carers'),
      patients: patients === '' ? null : registerCount(patients, 'count of patients'),
    }
  })
}

function lastDay(year: string, month: string) {
  const days = Temporal.PlainYearMonth.from(`${year}-${month}`).daysInMonth
  return isoDate(`${year}-${month}-${days}`)
}

function filled(details: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== ''))
}
