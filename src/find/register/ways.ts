import type { Door } from '#platform/web/page.ts'
import type { Way } from './draft.ts'

/** Where each way's pages stand, and through which door. */
export const ways: Readonly<Record<Way, { readonly path: string; readonly door: Door }>> = {
  adult: { path: '/register', door: 'public' },
  young: { path: '/young-carers/register', door: 'young' },
}

export function pathOf(way: Way, page: string): string {
  return `${ways[way].path}/${page}`
}
