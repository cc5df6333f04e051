"""Values → text: pages by Jinja templates, with one escaper for each place that text lands in."""
