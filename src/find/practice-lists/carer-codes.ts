import { readFileSync } from 'node:fs'
import { z } from 'zod'

const coding = z.object({ code: z.string(), display: z.string() })

/** A clinical code with its term. */
export type ClinicalCode = z.output<typeof coding>

const file = z
  .object({
    notice: z.string(),
    system: z.string(),
    isCarer: coding,
    referral: coding,
    caresForSomeoneWith: z.record(z.string(), coding),
  })
  .parse(
    JSON.parse(
      readFileSync(new URL('../../../data/clinical/carer-codes.json', import.meta.url), 'utf8'),
    ),
  )

/** SNOMED CT's address in FHIR. */
export const snomed = file.system

/** What whoever shows these codes must say. */
export const snomedNotice = file.notice

export const isCarerCode: ClinicalCode = file.isCarer
export const carerReferralCode: ClinicalCode = file.referral

const byCode = new Map(
  [file.isCarer, ...Object.values(file.caresForSomeoneWith)].map((each) => [
    each.code,
    each.display,
  ]),
)

/** The codes of a carer whose cared-for people have these conditions: "is a carer" first, each once. */
export function carerCodes(conditions: readonly string[]): readonly string[] {
  const more = conditions.flatMap((condition) => file.caresForSomeoneWith[condition]?.code ?? [])
  return [file.isCarer.code, ...[...new Set(more)].toSorted()]
}

/** The term of a code of ours; the code itself where it is none. */
export const termOf = (code: string): string => byCode.get(code) ?? code
