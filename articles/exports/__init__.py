"""What leaves the site as data: rows under the names that API and exports share."""
