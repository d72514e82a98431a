/** Where the session keeps the address of the chart that was open last, for the way back from an article. */
export const LAST_VIEW = "framescope_last_view";
