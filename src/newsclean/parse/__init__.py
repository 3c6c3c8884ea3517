"""One printed line to a value: bylines, timestamps, datelines. Nothing here knows where on the page the line stood."""
