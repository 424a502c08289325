"""What leaves the site as data about events: rows under the names that API and exports share."""
