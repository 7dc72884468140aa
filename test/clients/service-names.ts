export const LOGIN_HOST = 'login.microsoftonline.com';
export const GRAPH_HOST = 'graph.microsoft.com';
export const BYTES_HOST = 'contoso-my.sharepoint.com';
