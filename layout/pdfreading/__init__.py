"""Reads broken PDFs alike for whoever writes new ones and for whoever judges them; knows neither."""
