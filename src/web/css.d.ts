// Lets the compiler accept a style sheet as an import; the bundler does the rest.
declare module '*.css'
