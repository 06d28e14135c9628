import type { TokenReader } from '#platform/web/house.ts'
import { hashed } from '#share/accounts/secret.ts'
import { isGoodFor } from './scopes.ts'
import { findTokenHolder } from './systems.sql.ts'

/** Which system a token lets in, and what it is good for: in one statement. Null where it is over. */
export const readSystemToken: TokenReader = async ({ db, token, clock }) => {
  const holder = await findTokenHolder(db, { tokenHash: hashed(token), now: clock.now() })
  if (holder === null) return null
  const { authorityId, authorityCode, systemId, name, organisation, organisationId, duties } =
    holder
  return {
    actor: {
      authorityId,
      authorityCode,
      accountId: systemId,
      displayName: `${name} (${organisation})`,
      organisationIds: [organisationId],
      personId: null,
      duties,
      requestId: '',
      reason: '',
    },
    mayUse: (scope) => isGoodFor(holder.scopes, scope),
  }
}
