"""The PDF writer: ReportLab's canvas and object table, taught to tag and to conform."""
