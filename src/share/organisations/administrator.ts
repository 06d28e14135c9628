import { Forbidden } from '#platform/lib/errors.ts'
import type { Context } from '#platform/web/page.ts'

/** Who may use the pages of this room. They keep accounts and settings, and open nobody's record. */
export const administrators = ['administrator'] as const

export type Administrator = { readonly authorityId: number; readonly accountId: string }

/** The administrator who is signed in; throws Forbidden for whoever has no account here. */
export function administratorOf({ actor }: Context): Administrator {
  if (actor.accountId === null) throw new Forbidden('Without an account of this authority')
  return { authorityId: actor.authorityId, accountId: actor.accountId }
}
