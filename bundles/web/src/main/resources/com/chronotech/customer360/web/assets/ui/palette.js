// Stub.
export const palette = () => {};
