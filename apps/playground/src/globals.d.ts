/** The folder of the language server's files beside the page, named after their content; put in place by the build. */
declare const __SERVER_FOLDER__: string;
