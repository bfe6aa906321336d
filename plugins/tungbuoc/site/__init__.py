"""The MkDocs side: plugins, the Markdown extension, code pages, search. Thin glue over the pure parts."""
