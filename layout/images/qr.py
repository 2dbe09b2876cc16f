def draw_qr(*a): raise NotImplementedError
def draw_emblem(*a): raise NotImplementedError
