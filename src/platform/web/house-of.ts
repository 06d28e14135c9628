import type { FastifyRequest } from 'fastify'
import type { House } from './house.ts'

const houses = new WeakMap<FastifyRequest, House>()

/** Keeps, for one request, the house as it stands behind the address that was asked for. */
export function keepHouse(request: FastifyRequest, house: House): void {
  houses.set(request, house)
}

/** The house behind the address that was asked for; the server's own where there is but one. */
export function houseOf(request: FastifyRequest, house: House): House {
  return houses.get(request) ?? house
}
