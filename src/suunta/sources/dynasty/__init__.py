"""Dynasty, the meeting service in which towns publish decisions and agendas."""
