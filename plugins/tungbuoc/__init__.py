"""Từng Bước: Vietnamese Markdown lessons become a site, a page behind every printed code, clips and
handouts."""
