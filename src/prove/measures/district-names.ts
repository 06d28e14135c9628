import { knownAuthorities } from '#platform/db/reference-data.ts'

/** Names of England's districts by their code. */
export const districtNames: ReadonlyMap<string, string> = new Map(
  knownAuthorities.flatMap(({ districts }) =>
    districts.map(({ code, name }) => [code, name] as const),
  ),
)
