// By what the figures of all customers are divided.
export const WAYS = ["segment", "city", "technician", "vehicle_make"];
