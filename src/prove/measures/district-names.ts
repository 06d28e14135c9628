import { knownAuthorities } from '#platform/reference/england.ts'

/** Names of England's districts by their code. */
export const districtNames: ReadonlyMap<string, string> = new Map(
  knownAuthorities.flatMap(({ districts }) =>
    districts.map(({ code, name }) => [code, name] as const),
  ),
)
