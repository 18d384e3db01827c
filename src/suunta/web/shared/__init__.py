"""What every door shares: access, dates, languages, numbers, statuses, charts and the frame."""
