/** The register's address of a meeting or bill. */
export const refOfPlace = (id: string) => `deliberation/${id}`
