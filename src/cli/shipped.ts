/** What stands for the package's own model where a model file is asked for. */
export const SHIPPED = 'shipped';
